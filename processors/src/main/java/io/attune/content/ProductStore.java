package io.attune.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Products, and what people did with them. Stateless; joins the caller's transaction. */
final class ProductStore {

    private static final String COLUMNS =
            "product.product_id, product.name, product.category, product.price, product.currency, product.url,"
                    + " product.image_url";

    private static final String POPULAR = "select " + COLUMNS
            + " from product where orders > 0 and available order by orders desc, product_id limit :most";

    private static final String POPULAR_BY_CATEGORY = "select * from (select " + COLUMNS
            + ", row_number() over (partition by category order by orders desc, product_id) as place"
            + " from product where category is not null and orders > 0 and available) ranked where place <= :most";

    // The last that a person did with products, newest first, and whether it was bought since is told by the type.
    private static final String TOUCHED = "select " + COLUMNS + """
                    , touched.type
                      from (
                            select event.type, event.occurred_at, item.value as item
                              from membership
                              join event on event.node_id = membership.node_id
                              cross join lateral jsonb_array_elements(
                                case jsonb_typeof(event.properties -> 'products')
                                  when 'array' then event.properties -> 'products' else '[]' end) as item
                             where membership.profile_id = :profile
                               and membership.until is null
                               and event.type in ('Product Viewed', 'Product Added', 'Order Completed')
                               and event.occurred_at >= :since
                             order by event.occurred_at desc
                             limit 100) touched
                      join product on product.product_id = touched.item ->> 'product_id'
                     where product.available or touched.type = 'Order Completed'
                     order by touched.occurred_at desc
                    """;

    List<Product> popular(Handle handle, int most) {
        return handle.createQuery(POPULAR)
                .bind("most", most)
                .map((row, context) -> product(row))
                .list();
    }

    List<Product> popularByCategory(Handle handle, int most) {
        return handle.createQuery(POPULAR_BY_CATEGORY)
                .bind("most", most)
                .map((row, context) -> product(row))
                .list();
    }

    /** The ids of all that can be had. */
    Set<String> available(Handle handle) {
        return handle.createQuery("select product_id from product where available")
                .mapTo(String.class)
                .set();
    }

    List<Product> find(Handle handle, Collection<String> ids) {
        return handle.createQuery("select " + COLUMNS + " from product where product_id = any(:ids)")
                .bindArray("ids", String.class, ids)
                .map((row, context) -> product(row))
                .list();
    }

    List<TouchedProduct> touched(Handle handle, UUID profile, OffsetDateTime since) {
        return handle.createQuery(TOUCHED)
                .bind("profile", profile)
                .bind("since", since)
                .map((row, context) -> new TouchedProduct(product(row), row.getString("type")))
                .list();
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                row.getString("product_id"),
                row.getString("name"),
                Optional.ofNullable(row.getString("category")),
                Optional.ofNullable(row.getBigDecimal("price")),
                Optional.ofNullable(row.getString("currency")),
                Optional.ofNullable(row.getString("url")),
                Optional.ofNullable(row.getString("image_url")));
    }

    /** A product and the type of the event that names it. */
    record TouchedProduct(Product product, String type) {}
}
