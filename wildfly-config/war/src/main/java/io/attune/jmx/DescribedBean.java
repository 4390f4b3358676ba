package io.attune.jmx;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.StandardMBean;

/** An MXBean whose descriptions are those of its interface's {@link Meaning}s. */
final class DescribedBean extends StandardMBean {
    <T> DescribedBean(T bean, Class<T> view) {
        super(bean, view, true);
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return Optional.ofNullable(getMBeanInterface().getAnnotation(Meaning.class))
                .map(Meaning::value)
                .orElseGet(() -> super.getDescription(info));
    }

    @Override
    protected String getDescription(MBeanAttributeInfo info) {
        String getter = (info.isIs() ? "is" : "get") + info.getName();
        return meaning(getter).orElseGet(() -> super.getDescription(info));
    }

    @Override
    protected String getDescription(MBeanOperationInfo info) {
        return meaning(info.getName()).orElseGet(() -> super.getDescription(info));
    }

    private Optional<String> meaning(String method) {
        return Arrays.stream(getMBeanInterface().getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .map(candidate -> candidate.getAnnotation(Meaning.class))
                .filter(Objects::nonNull)
                .map(Meaning::value)
                .findFirst();
    }
}
