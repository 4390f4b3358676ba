package io.attune.feedback;

import io.attune.consent.Channel;
import io.attune.consent.SuppressionStore;
import io.attune.crypto.Encryption;
import io.attune.database.Database;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Refusals that must count from this moment on, before the record of them has travelled the profile way. Thread-safe.
 */
final class Refusals {

    private final Database database;
    private final SuppressionStore suppressions;
    private final Encryption encryption;

    Refusals(Database database, SuppressionStore suppressions, Encryption encryption) {
        this.database = database;
        this.suppressions = suppressions;
        this.encryption = encryption;
    }

    void suppress(Channel channel, String address, String reason, Instant since) {
        database.useHandle(
                handle -> suppressions.suppress(handle, channel.consent(), hash(channel, address), reason, since));
    }

    void lift(Channel channel, String address, String reason, Instant at) {
        database.useHandle(handle -> suppressions.lift(handle, channel.consent(), hash(channel, address), reason, at));
    }

    private String hash(Channel channel, String address) {
        return HexFormat.of().formatHex(encryption.hash(channel.identifier(), address));
    }
}
