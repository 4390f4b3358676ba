package io.attune.sandbox.population;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.attune.sandbox.population.sink.Contact;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.source.Entity;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins entities that share an identifier, after the plainest normalization: what the hub should at least reach. */
final class ExactJoining {
    private static final Pattern EMAIL = Pattern.compile("\"traits\":\\{\"email\":\"([^\"]+)\"");
    private static final Pattern PHONE = Pattern.compile("\"phone\":\"([^\"]+)\"");

    private final Map<String, String> parents = new HashMap<>();
    private final Map<Entity, String> nodes = new LinkedHashMap<>();

    static Map<Entity, String> of(RecordingSinks history) {
        ExactJoining joining = new ExactJoining();
        history.contacts.forEach(joining::add);
        history.events.forEach(joining::add);
        history.sales.forEach(joining::add);
        Map<Entity, String> clusters = new LinkedHashMap<>();
        joining.nodes.forEach((entity, node) -> clusters.put(entity, joining.root(node)));
        return clusters;
    }

    private void add(Contact contact) {
        String node = node(Entity.contact(contact.id()));
        Map<String, Object> fields = contact.fields();
        text(fields, "Email").ifPresent(email -> join(node, "email " + plain(email)));
        String country = text(fields, "MailingCountry").orElseThrow();
        text(fields, "MobilePhone").or(() -> text(fields, "Phone")).ifPresent(phone -> joinPhone(node, phone, country));
        text(fields, "Loyalty_Id__c").ifPresent(id -> join(node, "loyalty " + id));
        text(fields, "Customer_Id__c").ifPresent(id -> join(node, "customer " + id));
    }

    private void add(WebEvent event) {
        String node = node(event.userId().map(Entity::user).orElseGet(() -> Entity.anonymous(event.key())));
        event.userId().ifPresent(id -> join(node, "customer " + id));
        event.anonymousId().ifPresent(id -> join(node, "anonymous " + id));
        Matcher email = EMAIL.matcher(event.json());
        if (email.find()) {
            join(node, "email " + plain(email.group(1)));
        }
        Matcher phone = PHONE.matcher(event.json());
        if (phone.find()) {
            joinPhone(node, phone.group(1), "ZZ");
        }
    }

    private void add(Sale sale) {
        Optional<String> phone = sale.phone().map(written -> e164(written, "ZZ"));
        String node = node(sale.loyaltyId()
                .map(Entity::loyaltyCard)
                .or(() -> phone.map(Entity::phone))
                .orElseGet(() -> Entity.receipt(sale.receipt())));
        sale.loyaltyId().ifPresent(id -> join(node, "loyalty " + id));
        phone.ifPresent(number -> join(node, "phone " + number));
    }

    private String node(Entity entity) {
        return nodes.computeIfAbsent(entity, key -> "entity " + key);
    }

    private void joinPhone(String node, String written, String country) {
        join(node, "phone " + e164(written, country));
    }

    private void join(String one, String other) {
        parents.put(root(one), root(other));
    }

    private String root(String node) {
        String root = node;
        while (!parents.getOrDefault(root, root).equals(root)) {
            root = parents.get(root);
        }
        return root;
    }

    private static String plain(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(Object::toString);
    }

    private static String e164(String written, String country) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.format(numbers.parse(written, country), PhoneNumberUtil.PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            throw new AssertionError("Nobody can read the number " + written, e);
        }
    }
}
