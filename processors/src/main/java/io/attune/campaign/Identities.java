package io.attune.campaign;

import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes ids and tokens of deliveries. Tokens are 160 bits: whoever knows one can unsubscribe its reader, so the generator
 * must be a cryptographic one outside of tests. Thread-safe if its generator is.
 */
public final class Identities {

    private static final int TOKEN_BYTES = 20;

    private final Supplier<UUID> ids;
    private final RandomGenerator random;

    public Identities(Supplier<UUID> ids, RandomGenerator random) {
        this.ids = ids;
        this.random = random;
    }

    UUID id() {
        return ids.get();
    }

    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
