package io.attune.rescore;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the table {@code product}: what can be recommended, as the newest orders and views name it, and how often it was
 * ordered lately, and whether it can be had. Stateless; joins the caller's transaction.
 */
final class ProductList {

    private static final Duration LATELY = Duration.ofDays(90);

    /** Reads the events of the last 90 days; a product that none of them names stays as it was, ordered by nobody. */
    long refresh(Handle handle, Instant now) {
        handle.createUpdate("""
                        with named as (
                          select p.item ->> 'product_id' as product_id, p.item ->> 'name' as name,
                                 p.item ->> 'category' as category, p.item ->> 'price' as price, e.currency,
                                 lower(coalesce(p.item ->> 'availability', p.item ->> 'available')) as availability,
                                 p.item ->> 'url' as url, p.item ->> 'image_url' as image_url,
                                 e.type, e.occurred_at, e.record_id
                          from event e
                          cross join lateral jsonb_array_elements(
                            case jsonb_typeof(e.properties -> 'products')
                              when 'array' then e.properties -> 'products' else '[]' end) as p (item)
                          where e.type in ('Order Completed', 'Product Viewed', 'Product Added')
                            and e.occurred_at >= :since and e.occurred_at < :now
                            and not (e.type = 'Order Completed' and exists (
                              select from event c
                              where c.node_id = e.node_id and c.occurred_at = e.occurred_at and c.source = e.source
                                and c.type = 'Order Cancelled'))
                        ), newest as (
                          select distinct on (product_id) *
                          from named where product_id <> '' and name <> ''
                          order by product_id, (url is null), occurred_at desc, record_id
                        ), stated as (
                          select distinct on (product_id)
                                 product_id, availability not in ('false', 'no', '0', 'out_of_stock', 'out of stock',
                                   'outofstock', 'sold_out', 'discontinued') as available
                          from named where availability <> ''
                          order by product_id, occurred_at desc, record_id
                        ), ordered as (
                          select product_id, count(distinct record_id) as orders
                          from named where type = 'Order Completed' group by product_id
                        )
                        insert into product as known
                          (product_id, name, category, price, currency, url, image_url, orders, available, updated_at)
                        select n.product_id, n.name, n.category,
                               case when n.price ~ '^[0-9]{1,12}(\\.[0-9]{1,9})?$' then n.price::numeric(18, 4) end,
                               n.currency, n.url, n.image_url, coalesce(o.orders, 0),
                               coalesce(s.available, k.available, true), :now
                        from newest n
                        left join ordered o on o.product_id = n.product_id
                        left join stated s on s.product_id = n.product_id
                        left join product k on k.product_id = n.product_id
                        order by n.product_id
                        on conflict (product_id) do update
                          set name = excluded.name,
                              category = coalesce(excluded.category, known.category),
                              price = coalesce(excluded.price, known.price),
                              currency = coalesce(excluded.currency, known.currency),
                              url = coalesce(excluded.url, known.url),
                              image_url = coalesce(excluded.image_url, known.image_url),
                              orders = excluded.orders,
                              available = excluded.available,
                              updated_at = excluded.updated_at
                        """)
                .bind("since", now.minus(LATELY))
                .bind("now", now)
                .execute();
        handle.createUpdate("update product set orders = 0 where updated_at < :now and orders > 0")
                .bind("now", now)
                .execute();
        return handle.createQuery("select count(*) from product")
                .mapTo(Long.class)
                .one();
    }
}
