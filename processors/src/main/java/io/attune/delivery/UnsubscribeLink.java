package io.attune.delivery;

import java.net.URI;

/** The address at which the reader of one message can leave, without a login: the token says who. */
public final class UnsubscribeLink {

    private UnsubscribeLink() {}

    public static String of(URI publicUrl, String token) {
        return PublicUrl.path(publicUrl, "/v1/unsubscribe/" + token);
    }
}
