package io.attune.sandbox.population.live;

import io.attune.sandbox.population.source.ContactView;
import io.attune.sandbox.population.source.SaleView;
import io.attune.sandbox.population.source.WebView;

/** How the three sources see what somebody does. */
public record Views(ContactView contacts, WebView web, SaleView sales) {}
