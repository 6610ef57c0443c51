package dev.twinwatch.stream.api;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Who listens to server-sent events (WHATWG HTML, 9.2), written to in the thread of the request: Javalin's own client answers
 * asynchronously, and once the other side is gone it fails anew in its own handler of failures without end.
 */
final class EventClient {
    private final Context context;
    private final ServletOutputStream out;

    /** Tells the other side that events follow. Throws IOException where it is gone. */
    EventClient(Context context) throws IOException {
        this.context = context;
        HttpServletResponse response = context.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Connection", "close");
        // nginx would hold events back
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        out = response.getOutputStream();
    }

    /** Sends one event with that value as JSON, which has no line breaks. Throws IOException where the other side is gone. */
    void send(String event, Object value, @Nullable String id) throws IOException {
        String json = context.jsonMapper().toJsonString(value, value.getClass());
        String text = (id == null ? "" : "id: " + id + "\n") + "event: " + event + "\ndata: " + json + "\n\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
