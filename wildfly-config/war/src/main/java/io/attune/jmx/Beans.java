package io.attune.jmx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The node's beans {@code io.attune:type=…,name=…} in an MBean server, until closed. Thread-safe. */
public final class Beans implements AutoCloseable {
    static final String DOMAIN = "io.attune";
    private static final Logger LOG = LoggerFactory.getLogger(Beans.class);

    private final MBeanServer server;
    private final Map<ObjectName, Object> registered = new HashMap<>();

    public Beans(MBeanServer server) {
        this.server = server;
    }

    /** Shows a bean, unless one of this type and name is shown already. */
    public synchronized <T> void show(String type, String name, T bean, Class<T> view) {
        try {
            ObjectName id = new ObjectName(DOMAIN + ":type=" + type + ",name=" + quoted(name));
            if (registered.putIfAbsent(id, bean) == null) {
                server.registerMBean(new DescribedBean(bean, view), id);
            }
        } catch (JMException failure) {
            // A console that lacks a bean is no reason to stop sending.
            LOG.warn("{} {} is not shown over JMX", type, name, failure);
        }
    }

    private static String quoted(String name) {
        return name.chars().anyMatch(each -> ",=:\"*?\n".indexOf(each) >= 0) ? ObjectName.quote(name) : name;
    }

    @Override
    public synchronized void close() {
        List<ObjectName> ids = new ArrayList<>(registered.keySet());
        for (ObjectName id : ids) {
            try {
                server.unregisterMBean(id);
            } catch (JMException failure) {
                LOG.warn("{} stays in JMX", id, failure);
            }
        }
        registered.clear();
    }
}
