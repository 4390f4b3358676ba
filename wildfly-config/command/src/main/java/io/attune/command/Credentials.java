package io.attune.command;

/** A user of the hub. Never printed but by the one who creates it. */
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return user + ":***";
    }
}
