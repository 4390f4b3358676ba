package io.attune.sandbox.standin.mailchimp;

/** A column of an audience. */
public record MergeField(int id, String tag, String name, String type, boolean required, String defaultValue) {}
