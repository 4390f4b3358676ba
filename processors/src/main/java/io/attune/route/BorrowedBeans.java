package io.attune.route;

import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.Language;
import org.apache.camel.spi.Registry;

/**
 * The live context's beans as the dry build may see them. What belongs to one context (components, data formats,
 * languages) is hidden, since resolving it would hand it over to the context that is thrown away.
 */
record BorrowedBeans(Registry live) implements BeanRepository {
    @Override
    public Object lookupByName(String name) {
        return lent(live.lookupByName(name));
    }

    @Override
    public <T> T lookupByNameAndType(String name, Class<T> type) {
        return bound(type) ? null : lent(live.lookupByNameAndType(name, type));
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return bound(type) ? Map.of() : live.findByTypeWithName(type);
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return bound(type) ? Set.of() : live.findByType(type);
    }

    private static <T> T lent(T bean) {
        return bean == null || bound(bean.getClass()) ? null : bean;
    }

    private static boolean bound(Class<?> type) {
        return Component.class.isAssignableFrom(type)
                || DataFormat.class.isAssignableFrom(type)
                || Language.class.isAssignableFrom(type)
                || CamelContext.class.isAssignableFrom(type);
    }
}
