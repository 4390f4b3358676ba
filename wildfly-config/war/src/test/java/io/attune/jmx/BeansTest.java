package io.attune.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.consent.Channel;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.ChannelSwitch;
import io.attune.status.Statuses;
import java.time.Clock;
import java.util.Arrays;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.openmbean.OpenType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BeansTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final Beans beans = new Beans(server);

    @Test
    void aChannelIsShownInOpenTypesWithWordsBesideThem() throws Exception {
        ObjectName name = showSms();

        MBeanInfo info = server.getMBeanInfo(name);
        assertThat(info.getDescription()).startsWith("A channel:");
        assertThat(info.getAttributes())
                .allSatisfy(attribute -> assertThat(attribute.getDescriptor().getFieldValue("openType"))
                        .isInstanceOf(OpenType.class))
                .allSatisfy(attribute -> assertThat(attribute.getDescription()).contains(" "));
        assertThat(Arrays.stream(info.getOperations()).map(operation -> operation.getName()))
                .containsExactlyInAnyOrder("pause", "resume");
        assertThat(server.getAttribute(name, "MessagesSent")).isEqualTo(2L);
        assertThat(server.getAttribute(name, "MessagesDelivered")).isEqualTo(0L);
    }

    @Test
    void aChannelIsPausedAndResumedFromTheConsole() throws Exception {
        ObjectName name = showSms();

        server.invoke(name, "pause", new Object[0], new String[0]);
        assertThat(server.getAttribute(name, "Paused")).isEqualTo(true);
        server.invoke(name, "resume", new Object[0], new String[0]);
        assertThat(server.getAttribute(name, "Paused")).isEqualTo(false);
    }

    @Test
    void whatIsShownTwiceIsShownOnceAndGoneAtTheEnd() throws Exception {
        beans.show("Source", "web", new StatusViews.Source("web", Statuses::busy), SourceView.class);
        beans.show("Source", "web", new StatusViews.Source("web", Statuses::busy), SourceView.class);
        beans.show("Source", "a,b=c", new StatusViews.Source("a,b=c", Statuses::busy), SourceView.class);

        assertThat(server.queryNames(new ObjectName("io.attune:*"), null)).hasSize(2);
        assertThat(server.getAttribute(new ObjectName("io.attune:type=Source,name=web"), "Records"))
                .isEqualTo(7L);
        beans.close();
        assertThat(server.queryNames(new ObjectName("io.attune:*"), null)).isEmpty();
    }

    private ObjectName showSms() throws Exception {
        ChannelSwitch channels = new ChannelSwitch(POSTGRES.database(), Clock.systemUTC());
        beans.show(
                "Channel", "sms", new StatusViews.OneChannel(Channel.SMS, Statuses::busy, channels), ChannelView.class);
        return new ObjectName("io.attune:type=Channel,name=sms");
    }
}
