package dev.twinwatch.stream.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps other people's pages from reading or answering through a visitor's browser. There is no login, so the browser's own
 * rules have to hold: only pages from here may act, and only under names that nobody else can point at this machine.
 *
 * <p>Health and metrics are left to whoever asks: probes and Prometheus use names of their own and cannot change anything.
 */
final class BrowserGuard implements Handler {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[^:]*)(:[0-9]{1,5})?");
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private final List<String> names;

    /** Lets requests in under these names too. */
    BrowserGuard(List<String> names) {
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public void handle(Context context) {
        if (context.path().startsWith("/health") || context.path().equals("/metrics")) {
            return;
        }
        HEADERS.forEach(context::header);
        String host = context.header("Host");
        if (host == null || !mayBeCalled(host)) {
            refuse(
                    context,
                    "this page does not answer under the name " + host
                            + ": open it as localhost, or add the name to http.names");
        } else if (isForeign(context, host)) {
            refuse(context, "only the page of the service itself may ask this: open it and answer there");
        }
    }

    /** A name that others own can be made to point here; then their page counts as one from here. */
    private boolean mayBeCalled(String host) {
        Matcher authority = AUTHORITY.matcher(host.toLowerCase(Locale.ROOT));
        return authority.matches() && (OWN_NAMES.contains(authority.group(1)) || names.contains(authority.group(1)));
    }

    /** Programs send no origin; a browser sends one with everything that can change something. */
    private static boolean isForeign(Context context, String host) {
        String origin = context.header("Origin");
        String site = context.header("Sec-Fetch-Site");
        boolean foreignOrigin =
                origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
        boolean foreignSite = site != null && !site.equals("same-origin") && !site.equals("none");
        // A link from elsewhere may open the page itself, and nothing more.
        boolean opensThePage =
                context.method().name().equals("GET") && context.path().equals("/");
        return (foreignOrigin || foreignSite) && !opensThePage;
    }

    private static void refuse(Context context, String error) {
        context.status(403).json(new Refusal(error)).skipRemainingHandlers();
    }
}
