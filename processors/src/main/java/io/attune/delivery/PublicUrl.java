package io.attune.delivery;

import java.net.URI;

/** Addresses under the hub's public one, which may itself end in a slash or have a path. */
public final class PublicUrl {

    private PublicUrl() {}

    /**
     * A path below the public address.
     *
     * @param path with a leading slash
     */
    public static String path(URI publicUrl, String path) {
        String base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
