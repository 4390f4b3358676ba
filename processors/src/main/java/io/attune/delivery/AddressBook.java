package io.attune.delivery;

import io.attune.consent.Address;
import io.attune.consent.Channel;
import io.attune.crypto.Encryption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Where people are reached: of several addresses of a kind the one heard of last, so that every node picks the same;
 * those that only a deleted entity states do not count.
 * Thread-safe.
 */
public final class AddressBook {

    private static final String ADDRESSES = """
            select distinct on (membership.profile_id)
                   membership.profile_id, identifier.value, encode(identifier.value_hash, 'hex') as hash
              from membership
              join node_identifier using (node_id)
              join identifier using (identifier_id)
             where membership.profile_id = any(:profiles)
               and membership.until is null
               and identifier.kind = :kind
               and not exists (
                   select from node_attribute deleted
                    where deleted.node_id = membership.node_id and deleted.name = 'deleted' and deleted.value = 'true')
             order by membership.profile_id, node_identifier.occurred_at desc, identifier.identifier_id
            """;

    private static final String ALL_ADDRESSES = """
            select membership.profile_id, identifier.value, encode(identifier.value_hash, 'hex') as hash
              from membership
              join node_identifier using (node_id)
              join identifier using (identifier_id)
             where membership.profile_id = any(:profiles)
               and membership.until is null
               and identifier.kind = :kind
               and not exists (
                   select from node_attribute deleted
                    where deleted.node_id = membership.node_id and deleted.name = 'deleted' and deleted.value = 'true')
             group by membership.profile_id, identifier.identifier_id
             order by membership.profile_id, max(node_identifier.occurred_at) desc, identifier.identifier_id
            """;

    private static final String BY_HASH =
            "select value from identifier where kind = :kind and value_hash = decode(:hash, 'hex')";

    // A delivery may outlive its profile: after a merge the survivor is who gets it.
    private static final String SURVIVORS = """
            with recursive person(asked, profile_id) as (
              select asked, asked from unnest(:profiles) as asked
              union all
              select person.asked, profile.merged_into
                from person join profile using (profile_id)
               where profile.merged_into is not null)
            select asked, profile_id from person join profile using (profile_id) where merged_into is null
            """;

    private final Encryption encryption;

    public AddressBook(Encryption encryption) {
        this.encryption = encryption;
    }

    /** The address of each profile that has one for this channel. */
    public Map<UUID, Address> addresses(Handle handle, Channel channel, Collection<UUID> profiles) {
        Map<UUID, Address> addresses = new HashMap<>();
        handle.createQuery(ADDRESSES)
                .bindArray("profiles", UUID.class, profiles)
                .bind("kind", channel.identifier())
                .map((row, context) -> addresses.put(
                        row.getObject("profile_id", UUID.class),
                        address(channel, row.getBytes("value"), row.getString("hash"))))
                .list();
        return addresses;
    }

    /** Every address of each profile that has one for this channel, the one heard of last first. */
    public Map<UUID, List<Address>> allAddresses(Handle handle, Channel channel, Collection<UUID> profiles) {
        Map<UUID, List<Address>> addresses = new HashMap<>();
        handle.createQuery(ALL_ADDRESSES)
                .bindArray("profiles", UUID.class, profiles)
                .bind("kind", channel.identifier())
                .map((row, context) -> addresses
                        .computeIfAbsent(row.getObject("profile_id", UUID.class), profile -> new ArrayList<>())
                        .add(address(channel, row.getBytes("value"), row.getString("hash"))))
                .list();
        return addresses;
    }

    /** The address with this hash, if it is still known. */
    public Optional<Address> byHash(Handle handle, Channel channel, String hash) {
        return handle.createQuery(BY_HASH)
                .bind("kind", channel.identifier())
                .bind("hash", hash)
                .mapTo(byte[].class)
                .findOne()
                .map(value -> address(channel, value, hash));
    }

    private Address address(Channel channel, byte[] ciphertext, String hash) {
        return new Address(encryption.decrypt(ciphertext, "identifier:" + channel.identifier()), hash);
    }

    /** Who each profile is now: itself, or the one that it was merged into. */
    public Map<UUID, UUID> survivors(Handle handle, Collection<UUID> profiles) {
        Map<UUID, UUID> survivors = new HashMap<>();
        handle.createQuery(SURVIVORS)
                .bindArray("profiles", UUID.class, profiles)
                .map((row, context) ->
                        survivors.put(row.getObject("asked", UUID.class), row.getObject("profile_id", UUID.class)))
                .list();
        return survivors;
    }
}
