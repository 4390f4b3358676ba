package io.attune.content;

import io.attune.recommendation.ItemTouch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What one person bought and looked at. Stateless; joins the caller's transaction. */
final class ItemHistory {
    private static final String TOUCHES = """
            select item.value ->> 'product_id' as item, (event.occurred_at at time zone 'UTC')::date as day,
                   event.type = 'Order Completed' as bought
              from membership
              join event on event.node_id = membership.node_id
              cross join lateral jsonb_array_elements(
                case jsonb_typeof(event.properties -> 'products')
                  when 'array' then event.properties -> 'products' else '[]' end) as item
             where membership.profile_id = :profile
               and membership.until is null
               and event.type in ('Product Viewed', 'Product Added', 'Order Completed')
               and event.occurred_at >= :since
               and item.value ->> 'product_id' <> ''
             order by event.occurred_at desc
             limit 1000
            """;

    /** The newest first, since a moment. */
    List<ItemTouch> of(Handle handle, UUID profile, Instant since) {
        return handle.createQuery(TOUCHES)
                .bind("profile", profile)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new ItemTouch(
                        row.getString("item"),
                        Math.toIntExact(row.getObject("day", LocalDate.class).toEpochDay()),
                        row.getBoolean("bought")))
                .list();
    }
}
