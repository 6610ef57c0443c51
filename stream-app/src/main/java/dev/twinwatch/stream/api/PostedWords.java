package dev.twinwatch.stream.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person sends to change something: one JSON object with words of theirs, whose length is limited. */
final class PostedWords {
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_NAME = 100;
    /** Whoever has nobody's name. */
    private static final String NOBODY = "page";

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PostedWords() {}

    /**
     * The body of a request.
     *
     * @param parts what it consists of, for whoever sent something else
     * @throws RefusedRequestException where it is no such object
     */
    static <T> T body(Context context, Class<T> type, String parts) {
        String contentType = context.contentType();
        // Any other type can be sent by a foreign form without asking first.
        if (contentType == null
                || !contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals("application/json")) {
            throw new RefusedRequestException(415, "content type is " + contentType + ", expected application/json");
        }
        try {
            T body = JSON.readValue(context.body(), type);
            // null says as little as an object without parts
            return body == null ? JSON.readValue("{}", type) : body;
        } catch (JsonProcessingException e) {
            throw new RefusedRequestException(
                    400, "the body is no JSON object of " + parts + ": " + e.getOriginalMessage());
        }
    }

    /** Whom the record names; throws RefusedRequestException where the name is too long. */
    static String who(@Nullable String who) {
        String name = limited("who", who, LONGEST_NAME);
        return name.isEmpty() ? NOBODY : name;
    }

    /** Free text, empty where there is none; throws RefusedRequestException where it is too long. */
    static String text(String name, @Nullable String text) {
        return limited(name, text, LONGEST_TEXT);
    }

    private static String limited(String name, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw new RefusedRequestException(
                    400,
                    "`" + name + "` has " + text.length() + " characters, expected at most " + most + ": shorten it");
        }
        return text == null ? "" : text.strip();
    }
}
