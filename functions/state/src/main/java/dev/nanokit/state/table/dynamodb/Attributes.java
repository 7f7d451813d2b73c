package dev.nanokit.state.table.dynamodb;

import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as DynamoDB keeps it. */
final class Attributes {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    static final String VERSION = "version";
    static final String TOKEN = "token";
    static final String BODY = "body";
    /** DynamoDB's own time to live looks at this one. */
    static final String EXPIRES_AT = "expires_at";

    private Attributes() {}

    static Map<String, AttributeValue> of(ItemKey key) {
        return Map.of(PARTITION, text(key.partition()), SORT, text(key.sort()));
    }

    static Map<String, AttributeValue> of(Item item) {
        Map<String, AttributeValue> attributes = new HashMap<>(of(item.key()));
        attributes.put(VERSION, number(item.version()));
        attributes.put(TOKEN, number(item.token()));
        attributes.put(BODY, text(item.body()));
        item.expiresAt().ifPresent(seconds -> attributes.put(EXPIRES_AT, number(seconds)));
        return attributes;
    }

    static Item item(Map<String, AttributeValue> attributes) {
        return new Item(
                new ItemKey(attributes.get(PARTITION).s(), attributes.get(SORT).s()),
                Long.parseLong(attributes.get(VERSION).n()),
                Long.parseLong(attributes.get(TOKEN).n()),
                attributes.get(BODY).s(),
                attributes.containsKey(EXPIRES_AT)
                        ? OptionalLong.of(
                                Long.parseLong(attributes.get(EXPIRES_AT).n()))
                        : OptionalLong.empty());
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
