package io.attune.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The keys of the hub, in one file that only its owner may read. The encryption keyset may be rotated at any time: what was
 * written with an older key stays readable. The hashing key stays, since every identifier is found by it.
 */
public final class KeysetFile {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String ENCRYPTION = "encryption";
    private static final String HASHING = "hashing";

    private final Path file;
    private final ObjectMapper json = new ObjectMapper();

    public KeysetFile(Path file) {
        this.file = file;
        register();
    }

    /** Reads the keys; generates them first where the file is absent. Two processes that start at once end with the same keys. */
    public Encryption open() {
        if (!Files.exists(file)) {
            generate();
        }
        return encryption(read());
    }

    /** Adds a new encryption key, which is used from the next {@link #open()} on. */
    public void rotate() {
        ObjectNode keysets = read();
        try {
            KeysetHandle rotated = KeysetHandle.newBuilder(parse(keysets, ENCRYPTION))
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            keysets.set(ENCRYPTION, serialize(rotated));
            Path written = write(keysets);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (GeneralSecurityException | IOException e) {
            throw unusable("could not be rotated", e);
        }
    }

    private void generate() {
        try {
            ObjectNode keysets = json.createObjectNode();
            keysets.set(
                    ENCRYPTION,
                    serialize(KeysetHandle.generateNew(
                            PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())));
            keysets.set(
                    HASHING,
                    serialize(KeysetHandle.generateNew(
                            PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get())));
            Path written = write(keysets);
            try {
                // A link instead of a move: it fails when another process was faster, whose keys then count.
                Files.createLink(file, written);
            } catch (FileAlreadyExistsException e) {
                // The other's keys are as good as ours.
            } finally {
                Files.delete(written);
            }
        } catch (GeneralSecurityException | IOException e) {
            throw unusable("could not be generated", e);
        }
    }

    private Path write(JsonNode keysets) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, file.getFileName().toString(), ".new", OWNER_ONLY);
        Files.write(written, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(keysets));
        return written;
    }

    private ObjectNode read() {
        try {
            if (json.readTree(Files.readAllBytes(file)) instanceof ObjectNode keysets
                    && keysets.has(ENCRYPTION)
                    && keysets.has(HASHING)) {
                return keysets;
            }
        } catch (IOException e) {
            throw unusable("could not be read", e);
        }
        throw new AttuneException(
                "KEYSET_INVALID",
                ErrorCategory.USER,
                "the keyset " + file + " lacks the keysets '" + ENCRYPTION + "' and '" + HASHING
                        + "': restore it from its backup; without it nothing personal can be read");
    }

    private Encryption encryption(JsonNode keysets) {
        try {
            return new Encryption(
                    parse(keysets, ENCRYPTION).getPrimitive(RegistryConfiguration.get(), Aead.class),
                    parse(keysets, HASHING).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (GeneralSecurityException e) {
            throw unusable("holds no usable keys", e);
        }
    }

    private static KeysetHandle parse(JsonNode keysets, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                keysets.get(name).toString(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private JsonNode serialize(KeysetHandle keyset) throws GeneralSecurityException, IOException {
        return json.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    private static void register() {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new AttuneException("CRYPTO_UNAVAILABLE", ErrorCategory.INTERNAL, "Tink did not start", e);
        }
    }

    private AttuneException unusable(String what, Exception cause) {
        return new AttuneException(
                "KEYSET_UNUSABLE",
                ErrorCategory.USER,
                "the keyset " + file + " (attune.encryption.keyset) " + what
                        + ": check the path and that its owner may read and write it",
                cause);
    }
}
