package io.attune.sandbox.population.catalogue;

import io.attune.sandbox.population.resource.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the shop sells: the same for every population. Immutable. */
public final class Catalogue {
    private static final String SHOP = "https://shop.example.com";

    private final List<Category> categories;
    private final Map<String, Item> items;

    private Catalogue(List<Category> categories) {
        this.categories = List.copyOf(categories);
        Map<String, Item> byId = new LinkedHashMap<>();
        categories.forEach(category -> category.items().forEach(item -> byId.put(item.id(), item)));
        this.items = byId;
    }

    public static Catalogue standard() {
        Map<String, List<Item>> items = new LinkedHashMap<>();
        Map<String, OptionalInt> gaps = new LinkedHashMap<>();
        List<List<String>> rows = Rows.of("catalogue.csv");
        Map<String, String> ids = new LinkedHashMap<>();
        for (List<String> row : rows) {
            ids.put(row.get(2), String.format(Locale.ROOT, "P%03d", ids.size() + 1));
        }
        for (List<String> row : rows) {
            int gap = Integer.parseInt(row.get(1));
            gaps.put(row.get(0), gap == 0 ? OptionalInt.empty() : OptionalInt.of(gap));
            items.computeIfAbsent(row.get(0), name -> new ArrayList<>()).add(item(row, ids));
        }
        List<Category> categories = new ArrayList<>();
        items.forEach((name, members) -> categories.add(new Category(name, gaps.get(name), members)));
        return new Catalogue(categories);
    }

    public List<Category> categories() {
        return categories;
    }

    public List<Item> items() {
        return List.copyOf(items.values());
    }

    public Optional<Item> item(String id) {
        return Optional.ofNullable(items.get(id));
    }

    private static Item item(List<String> row, Map<String, String> ids) {
        String slug = row.get(2).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return new Item(
                ids.get(row.get(2)),
                row.get(2),
                row.get(0),
                new BigDecimal(row.get(3)),
                SHOP + "/products/" + slug,
                SHOP + "/images/" + slug + ".jpg",
                Optional.ofNullable(ids.get(row.get(4))));
    }
}
