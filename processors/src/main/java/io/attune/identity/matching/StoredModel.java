package io.attune.identity.matching;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.IOException;
import java.util.List;

/**
 * A model to be kept, and used for records that it was not learned from. It holds no value of anybody, but keyed hashes of
 * common ones. Immutable.
 */
public final class StoredModel {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param shares how rare values are, column by column */
    record Content(MatchModel model, List<AttributeShares> shares, double pairs) {
        Content {
            shares = List.copyOf(shares);
        }
    }

    private final Content content;

    StoredModel(MatchModel model, List<AttributeShares> shares, double pairs) {
        this(new Content(model, shares, pairs));
    }

    private StoredModel(Content content) {
        this.content = content;
    }

    MatchModel model() {
        return content.model();
    }

    AttributeShares shares(int column) {
        return content.shares().get(column);
    }

    /** What was learned, to be shown. */
    public Learned learned() {
        return content.model().learned(content.pairs());
    }

    public byte[] write() {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (IOException e) {
            throw new AttuneException(
                    "MATCH_MODEL_UNWRITABLE", ErrorCategory.INTERNAL, "a model of matching could not be written", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws AttuneException {@code MATCH_MODEL_UNREADABLE}
     */
    public static StoredModel read(byte[] written) {
        try {
            return new StoredModel(JSON.readValue(written, Content.class));
        } catch (IOException e) {
            throw new AttuneException(
                    "MATCH_MODEL_UNREADABLE",
                    ErrorCategory.INTERNAL,
                    "the stored model of matching is not one of this version: have it learned again by attune identity match",
                    e);
        }
    }
}
