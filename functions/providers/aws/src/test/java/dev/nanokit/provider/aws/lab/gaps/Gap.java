package dev.nanokit.provider.aws.lab.gaps;

import java.util.Optional;

/** Something that moto leaves out of a service. */
interface Gap {
    /** The answer in moto's place; empty where moto answers itself. */
    Optional<Reply> answer(Call call);

    /** Moto's answer with what it leaves out. */
    default String completed(Call call, String answer) {
        return answer;
    }

    record Reply(int status, String type, String body) {
        static Reply xml(String body) {
            return new Reply(200, "text/xml", body);
        }

        static Reply json(String body) {
            return new Reply(200, "application/json", body);
        }
    }
}
