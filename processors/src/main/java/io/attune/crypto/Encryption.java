package io.attune.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * AES-256-GCM with the key id in the ciphertext, and HMAC-SHA-256 for look-up. Thread-safe.
 *
 * <p>Every ciphertext is bound to a context, such as {@code identifier:email}: a value copied into another column does not
 * decrypt there.
 */
public final class Encryption {
    private static final int HASH_LENGTH = 32;

    private final Aead aead;
    private final PrfSet prf;

    Encryption(Aead aead, PrfSet prf) {
        this.aead = aead;
        this.prf = prf;
    }

    public byte[] encrypt(String value, String context) {
        return encrypt(value.getBytes(StandardCharsets.UTF_8), context);
    }

    public byte[] encrypt(byte[] value, String context) {
        try {
            return aead.encrypt(value, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AttuneException("ENCRYPTION_FAILED", ErrorCategory.INTERNAL, "a value could not be encrypted", e);
        }
    }

    public String decrypt(byte[] ciphertext, String context) {
        return new String(decryptBytes(ciphertext, context), StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #encrypt(byte[], String)} wrote.
     *
     * @throws AttuneException {@code DECRYPTION_FAILED} when no key of the keyset fits, or the context is another
     */
    public byte[] decryptBytes(byte[] ciphertext, String context) {
        try {
            return aead.decrypt(ciphertext, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AttuneException(
                    "DECRYPTION_FAILED",
                    ErrorCategory.USER,
                    "a value of " + context + " does not decrypt with any key of attune.encryption.keyset: "
                            + "start the hub with the keyset that this database was written with",
                    e);
        }
    }

    /** Keyed hash of a value of a kind: equal values of a kind have equal hashes. 32 bytes. */
    public byte[] hash(String kind, String value) {
        try {
            return prf.computePrimary((kind + '\0' + value).getBytes(StandardCharsets.UTF_8), HASH_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new AttuneException("HASHING_FAILED", ErrorCategory.INTERNAL, "a value could not be hashed", e);
        }
    }
}
