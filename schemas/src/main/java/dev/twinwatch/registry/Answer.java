package dev.twinwatch.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What one address answered to a request, and what that means.
 *
 * @param retryAfter how long the registry asks to be left alone, zero if it does not
 */
record Answer(String place, int status, String body, Duration retryAfter) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 500;

    Answer(String place, HttpResponse<String> response) {
        this(place, response.statusCode(), response.body(), retryAfter(response));
    }

    /** Seconds; the other form, a date, would need both clocks to agree and is not followed. */
    private static Duration retryAfter(HttpResponse<String> response) {
        var text = response.headers().firstValue("Retry-After").orElse("");
        return text.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
    }

    boolean tryAgain() {
        return status == 408 || status == 429 || status >= 500;
    }

    /** The JSON object answered; throws what fits the status if there is none. */
    JsonNode content() {
        var json = json();
        if (status >= 200 && status < 300) {
            if (!json.isObject()) {
                throw refused("is the address that of a schema registry? Check schema.registry.url");
            }
            return json;
        }
        // Only the registry's own code says that a schema does not exist; a 404 of a proxy says nothing of schemas.
        int code = json.path("error_code").asInt();
        if (status == 404 && code >= 40401 && code <= 40403) {
            throw new UnknownSchemaException(
                    this + ": no such schema; check that records and registry belong to the same environment", null);
        }
        throw refused(
                switch (status) {
                    case 401, 403 ->
                        "check basic.auth.user.info or bearer.auth.token with their credentials.source,"
                                + " and what this user may do";
                    case 404 ->
                        "schema.registry.url may lack the path of the registry's API, for example /apis/ccompat/v7";
                    case 409 ->
                        "the schema does not fit the earlier versions: give new fields a default,"
                                + " or set another compatibility for the subject";
                    case 422 -> "the registry does not accept this schema or setting: correct it";
                    default -> "check schema.registry.url and the registry's own log";
                });
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private RegistryRefusedException refused(String advice) {
        return new RegistryRefusedException(this + ": " + advice, null);
    }

    @Override
    public String toString() {
        return place + " answered " + status + " `" + (body.length() > SHOWN ? body.substring(0, SHOWN) + "..." : body)
                + "`";
    }
}
