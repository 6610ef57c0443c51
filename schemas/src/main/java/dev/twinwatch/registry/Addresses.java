package dev.twinwatch.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;

/** Reads the base URLs of a registry; a text that may hold a password is never shown. */
final class Addresses {
    private static final String URL = RegistrySettings.URL;

    private Addresses() {}

    static List<URI> parse(String urls) {
        return Arrays.stream(urls.split(",", -1))
                .map(String::trim)
                .filter(url -> !url.isEmpty())
                .map(Addresses::address)
                .toList();
    }

    private static URI address(String url) {
        URI uri;
        try {
            uri = new URI(url.replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            // The cause would repeat the text, which may hold a password.
            throw new IllegalArgumentException(URL + " has an address that is no URL (at character " + e.getIndex()
                    + "; value not shown, it may hold a password): write for example `http://registry:8081`");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException(URL + " has name and password in an address (value not shown):"
                    + " put them into basic.auth.user.info and set basic.auth.credentials.source=USER_INFO");
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException(
                    URL + " has the address `" + url + "`: write http or https, host, port and path only,"
                            + " for example `http://registry:8081` or `https://registry/apis/ccompat/v7`");
        }
        return uri;
    }
}
