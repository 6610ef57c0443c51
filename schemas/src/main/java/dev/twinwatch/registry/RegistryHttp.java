package dev.twinwatch.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the addresses of a registry one after the other until one answers, for a bounded number of rounds. That there is no such
 * schema is believed only when no other address knows it: one of them may lag behind the one that registered it.
 */
final class RegistryHttp {
    private final RegistrySettings settings;
    private final HttpClient client;
    /** The address that answered last is asked first, so that a dead one costs its timeout only once. */
    private final AtomicInteger preferred = new AtomicInteger();

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.connectTimeout());
        var tls = settings.tls();
        if (tls != null) {
            builder.sslContext(tls.context());
        }
        this.client = builder.build();
    }

    /** What was answered; all requests of the API may be repeated without harm. */
    JsonNode ask(Request request) {
        @Nullable UnknownSchemaException unknown = null;
        List<String> failures = List.of();
        var asked = Duration.ZERO;
        for (int round = 0; round < settings.retries().rounds(); round++) {
            if (round > 0) {
                pause(settings.retries().pauseBefore(round, asked), request);
            }
            failures = new ArrayList<>();
            asked = Duration.ZERO;
            int first = preferred.get();
            for (int i = 0; i < settings.addresses().size(); i++) {
                int which = (first + i) % settings.addresses().size();
                try {
                    var answer = exchange(settings.addresses().get(which), request);
                    if (!answer.tryAgain()) {
                        preferred.set(which);
                        return answer.content();
                    }
                    failures.add(answer.toString());
                    asked = answer.retryAfter().compareTo(asked) > 0 ? answer.retryAfter() : asked;
                } catch (UnknownSchemaException e) {
                    unknown = unknown == null ? e : unknown;
                } catch (IOException e) {
                    failures.add(settings.addresses().get(which) + " failed with " + e);
                }
            }
            if (unknown != null) {
                throw unknown;
            }
        }
        throw new RegistryUnavailableException(
                "no schema registry answered " + request + " in "
                        + settings.retries().rounds() + " rounds; last: " + failures
                        + ": check that it runs and that schema.registry.url names it",
                null);
    }

    private Answer exchange(URI address, Request request) throws IOException {
        var place = request.method() + " " + address + request.path();
        var pending = client.sendAsync(
                request.to(address, settings.credentials()), head -> new LimitedBody(settings.maxResponseBytes()));
        try {
            // The timeout of HttpRequest ends with the headers; this one covers the body too.
            var response = pending.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(place, response);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LimitedBody.TooLarge tooLarge) {
                throw new RegistryRefusedException(
                        place + " answered " + tooLarge.getMessage() + ": if the schema really is so large, raise "
                                + RegistrySettings.MAX_RESPONSE_BYTES,
                        tooLarge);
            }
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new IOException("no whole answer in " + settings.requestTimeout(), e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            throw interrupted(request, e);
        }
    }

    private static void pause(Duration pause, Request request) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(request, e);
        }
    }

    private static RegistryUnavailableException interrupted(Request request, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new RegistryUnavailableException(
                request + " was interrupted before the registry answered: ask again unless shutting down", cause);
    }
}
