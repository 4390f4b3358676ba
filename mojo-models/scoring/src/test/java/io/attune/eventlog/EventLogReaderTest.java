package io.attune.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLogReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsAShopsInvoices() throws IOException {
        EventLog log =
                read("""
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID
                536365,85123A,"HEART, WHITE",6,2010-12-01 08:26:00,2.55,17850.0
                C536379,85123A,"HEART, WHITE",-1,2010-12-01 09:41:00,2.55,17850.0
                536370,21928,BAG,2,2010-12-02 10:00:00,1.5,
                536371,21928,BAG,2,soon,1.5,13047.0
                536372,21928,BAG,two,2010-12-02 10:00:00,1.5,13047.0
                """, "person=CustomerID,time=InvoiceDate,item=StockCode,value=Quantity*UnitPrice,kind=InvoiceNo");

        PersonHistory person = log.people().get(0);
        assertThat(log.people()).hasSize(1);
        assertThat(person.person()).isEqualTo("17850.0");
        assertThat(person.value(0)).isCloseTo(15.3, within(1e-9));
        assertThat(person.kind(0)).isEqualTo(EventKind.ACTIVITY);
        assertThat(person.kind(1)).isEqualTo(EventKind.CANCELLATION);
        assertThat(log.items()).containsExactly("85123A");
        assertThat(log.summary().withoutPerson()).isEqualTo(1);
        assertThat(log.summary().withoutTime()).isEqualTo(1);
        assertThat(log.summary().withoutValue()).isEqualTo(1);
        assertThat(log.summary().cancellations()).isEqualTo(1);
    }

    @Test
    void readsColumnsByPositionWhereNoLineNamesThem() throws IOException {
        EventLog log =
                read(" 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n", "person=2,time=3,value=5");

        assertThat(log.people().get(0).person()).isEqualTo("0001");
        assertThat(log.people().get(0).size()).isEqualTo(2);
        assertThat(log.people().get(0).value(1)).isEqualTo(29.73);
    }

    @Test
    void takesOnlyPurchasesAsActivityWhereTheLogKnowsThem() throws IOException {
        EventLog log = read(
                "who;when;what\nann;2024-01-01;view\nann;2024-01-02;purchase\nann;2024-01-03;refund\n",
                "person=who,time=when,kind=what");

        PersonHistory ann = log.people().get(0);
        assertThat(ann.kind(0)).isEqualTo(EventKind.OTHER);
        assertThat(ann.kind(1)).isEqualTo(EventKind.ACTIVITY);
        assertThat(ann.kind(2)).isEqualTo(EventKind.CANCELLATION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2010-12-25 08:26:00|2010-12-25T08:26:00Z",
                "2010-12-25T08:26:00+02:00|2010-12-25T06:26:00Z",
                "2010-12-25T08:26:00.123Z|2010-12-25T08:26:00Z",
                "2010-12-25 08:26:00.25+00|2010-12-25T08:26:00Z",
                "2010-12-25T08:26:00.1234567|2010-12-25T08:26:00Z",
                "25/12/2010 08:26|2010-12-25T08:26:00Z",
                "12/25/2010 8:26|2010-12-25T08:26:00Z",
                "12/25/2010 2:26 PM|2010-12-25T14:26:00Z",
                "25.12.2010|2010-12-25T00:00:00Z",
                "20101225|2010-12-25T00:00:00Z",
                "25-Dec-97|1997-12-25T00:00:00Z",
                "12/25/10 8:26|2010-12-25T08:26:00Z",
                "25.12.2010 08:26:01|2010-12-25T08:26:01Z",
                "December 25, 2010 8:26 AM|2010-12-25T08:26:00Z",
                "25 December 2010|2010-12-25T00:00:00Z",
                "Sat, 25 Dec 2010 08:26:00 +0000|2010-12-25T08:26:00Z",
                "12/25/2010 2:26PM|2010-12-25T14:26:00Z",
                "1293265560.0|2010-12-25T08:26:00Z",
                "1293265560|2010-12-25T08:26:00Z",
                "1293265560123|2010-12-25T08:26:00Z"
            })
    void readsTimesAsPeopleWriteThem(String written, String meant) throws IOException {
        EventLog log = read("p;t\nann;" + written + "\n", "person=p,time=t");

        assertThat(log.people().get(0).second(0)).isEqualTo(Instant.parse(meant).getEpochSecond());
    }

    @Test
    void readsAllDaysOfALogThatIsDenserThanASample() throws IOException {
        StringBuilder log = new StringBuilder("p,t\n");
        for (int second = 0; second < 25_000; second++) {
            log.append("ann,01/02/2011 ")
                    .append(LocalTime.ofSecondOfDay(second))
                    .append('\n');
        }
        log.append("ann,01/25/2011 00:00:00\n");

        EventLog read = read(log.toString(), "person=p,time=t");

        assertThat(read.summary().withoutTime()).isZero();
        assertThat(read.summary().first()).startsWith("2011-01-02");
    }

    @Test
    void tellsDayAndMonthByTheOrderOfTheLog() throws IOException {
        EventLog log = read("p,t\nann,12/01/2010\nann,12/05/2010\nann,01/03/2011\nann,02/01/2011\n", "person=p,time=t");

        assertThat(log.summary().first()).startsWith("2010-12-01");
        assertThat(log.summary().last()).startsWith("2011-02-01");
    }

    @Test
    void refusesALogOfWhichItCouldReadLittle() {
        assertThatThrownBy(() ->
                        read("p,t\nann,2024-01-01\nbob,2024-01-02\nann,early\nann,late\nann,then\n", "person=p,time=t"))
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("3 of 5 rows have a time that is not written as most are");
    }

    @Test
    void readsLineBreaksAndSeparatorsWithinQuotes() throws IOException {
        EventLog log = read(
                "who,when,note\nann,2024-01-01,\"one\ntwo; three; four\"\nbob,2024-01-02,\"a\nb\nc\"\n",
                "person=who,time=when");

        assertThat(log.people()).hasSize(2);
    }

    @Test
    void takesNoItemForNone() throws IOException {
        EventLog log =
                read("p,t,i\nann,2024-01-01,NaN\nann,2024-01-02,\nann,2024-01-03,tea\n", "person=p,time=t,item=i");

        assertThat(log.items()).containsExactly("tea");
        assertThat(log.people().get(0).item(0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "Order Cancelled, CANCELLATION",
        "order_refunded, CANCELLATION",
        "credit note, CANCELLATION",
        "C536379, CANCELLATION",
        "credit card, ACTIVITY",
        "avoided, ACTIVITY",
        "536379, ACTIVITY"
    })
    void knowsWhatTakesBack(String kind, EventKind expected) throws IOException {
        EventLog log = read("p,t,k\nann,2024-01-01," + kind + "\n", "person=p,time=t,kind=k");

        assertThat(log.people().get(0).kind(0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"orderCompleted", "Order Completed", "order_completed", "PURCHASE", "Placed Order"})
    void knowsWhatIsAPurchase(String kind) throws IOException {
        EventLog log = read("p,t,k\nann,2024-01-01," + kind + "\nann,2024-01-02,page view\n", "person=p,time=t,kind=k");

        assertThat(log.people().get(0).kind(0)).isEqualTo(EventKind.ACTIVITY);
        assertThat(log.people().get(0).kind(1)).isEqualTo(EventKind.OTHER);
    }

    @Test
    void readsWhatIsNotUtf8() throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, "person,time\nJosé,2024-01-01\n", Charset.forName("windows-1252"));

        EventLog log = EventLogReader.read(file, ColumnMapping.parse("person=person,time=time"));

        assertThat(log.people().get(0).person()).isEqualTo("José");
    }

    @Test
    void saysWhichColumnsThereAre() {
        assertThatThrownBy(() -> read("who,when\nann,2024-01-01\n", "person=customer,time=when"))
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("no column customer")
                .hasMessageContaining("who, when");
    }

    @Test
    void aPlainDateIsKnownToItsEnd() throws IOException {
        EventLog log = read("p,t\nann,2024-01-01T23:59:59Z\nann,2024-01-02T00:00:00Z\n", "person=p,time=t");

        assertThat(log.people().get(0).known(Moment.parse("2024-01-01"))).isEqualTo(1);
        assertThat(log.people().get(0).known(Moment.parse("2024-01-01T23:59:59Z")))
                .isZero();
    }

    private EventLog read(String content, String mapping) throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, content, StandardCharsets.UTF_8);
        return EventLogReader.read(file, ColumnMapping.parse(mapping));
    }
}
