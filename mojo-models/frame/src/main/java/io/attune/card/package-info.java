/** A model's card as a page: one HTML file with its plots drawn into it, which needs no script and no network. */
package io.attune.card;
