package io.attune.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * An upload as a browser's form or {@code curl -F file=@model.zip} sends it (RFC 7578): one part {@code file}, and a part
 * {@code map} for each column that is called otherwise. Read in one pass, without a file on the disk. Used once.
 */
final class UploadForm {
    private static final int MOST_PARTS = 2_000;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_HEADER = 4_000;
    private static final int MOST_HEADERS = 20;

    private final int mostBytes;
    private final List<String> map = new ArrayList<>();
    private byte[] file = new byte[0];
    private boolean anyFile;
    private Optional<String> digest = Optional.empty();

    /** @param mostBytes of the file */
    UploadForm(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** @throws ProblemException 400 when it is no form, or holds something else; 413 when the file is too large */
    UploadedBody read(InputStream body, String contentType) throws IOException {
        MimeTokenStream tokens = new MimeTokenStream(MimeConfig.custom()
                .setMaxHeaderLen(LONGEST_HEADER)
                .setMaxHeaderCount(MOST_HEADERS)
                .build());
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try {
            tokens.parseHeadless(body, contentType);
            read(tokens);
        } catch (MimeException broken) {
            throw ProblemException.badRequest("The form cannot be read: " + broken.getMessage() + ".");
        }
        if (!anyFile) {
            throw ProblemException.badRequest(
                    "The form has no part called file, or was cut off; send it as curl -F file=@model.zip does.");
        }
        return new UploadedBody(file, digest, List.copyOf(map));
    }

    private void read(MimeTokenStream tokens) throws IOException, MimeException {
        String name = "";
        Optional<String> ofPart = Optional.empty();
        int parts = 0;
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            if (state == EntityState.T_START_HEADER) {
                name = "";
                ofPart = Optional.empty();
                if (++parts > MOST_PARTS) {
                    throw ProblemException.badRequest("The form has more than " + MOST_PARTS + " parts.");
                }
            } else if (state == EntityState.T_FIELD) {
                RawField field = raw(tokens);
                if (field.getNameLowerCase().equals("content-disposition")) {
                    name = name(field);
                } else if (field.getNameLowerCase().equals("content-digest")) {
                    ofPart = Optional.of(field.getBody());
                }
            } else if (state == EntityState.T_BODY) {
                part(name, ofPart, tokens.getDecodedInputStream());
            }
        }
    }

    private void part(String name, Optional<String> ofPart, InputStream content) throws IOException {
        switch (name) {
            case "file" -> {
                if (anyFile) {
                    throw ProblemException.badRequest(
                            "The form has two parts called file; send one version at a time.");
                }
                anyFile = true;
                file = UploadedBody.bounded(content, mostBytes);
                digest = ofPart.map(UploadedBody::sha256);
            }
            case "map" -> map.add(text(content));
            default ->
                throw ProblemException.badRequest("The form has a part called \"" + shortened(name)
                        + "\"; it takes file, the version's zip or a MOJO, and map, such as map=orders_90d=n_orders.");
        }
    }

    private static RawField raw(MimeTokenStream tokens) throws MimeException {
        return tokens.getField() instanceof RawField field
                ? field
                : RawFieldParser.DEFAULT.parseField(tokens.getField().getRaw());
    }

    private static String name(RawField disposition) {
        RawBody body = RawFieldParser.DEFAULT.parseRawBody(disposition);
        return body.getParams().stream()
                .filter(parameter -> parameter.getName().equalsIgnoreCase("name"))
                .map(NameValuePair::getValue)
                .findFirst()
                .orElse("");
    }

    private static String text(InputStream content) throws IOException {
        byte[] text = content.readNBytes(LONGEST_TEXT + 1);
        if (text.length > LONGEST_TEXT) {
            throw ProblemException.badRequest("The form has a part map of more than " + LONGEST_TEXT + " bytes.");
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
