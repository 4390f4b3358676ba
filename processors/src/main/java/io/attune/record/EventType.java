package io.attune.record;

/** The types of events that Attune itself understands, by Segment's names; others are kept and may be used in definitions. */
public final class EventType {
    public static final String ORDER_COMPLETED = "Order Completed";
    public static final String ORDER_REFUNDED = "Order Refunded";
    public static final String ORDER_CANCELLED = "Order Cancelled";
    public static final String PRODUCT_VIEWED = "Product Viewed";
    public static final String PRODUCT_ADDED = "Product Added";
    public static final String PAGE_VIEWED = "Page Viewed";
    public static final String IDENTIFIED = "Identified";
    public static final String EMAIL_DELIVERED = "Email Delivered";
    public static final String EMAIL_OPENED = "Email Opened";
    public static final String EMAIL_LINK_CLICKED = "Email Link Clicked";
    public static final String EMAIL_BOUNCED = "Email Bounced";
    public static final String UNSUBSCRIBED = "Unsubscribed";
    public static final String SMS_DELIVERED = "SMS Delivered";
    public static final String SMS_STOPPED = "SMS Stopped";

    private EventType() {}
}
