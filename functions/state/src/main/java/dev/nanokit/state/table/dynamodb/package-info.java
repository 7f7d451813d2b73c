/** The table in Amazon DynamoDB: what runs on AWS, and what several people's machines share. */
package dev.nanokit.state.table.dynamodb;
