/** What channels and readers tell us afterwards: receipts, engagement, refusals. Nothing unsigned is believed. */
package io.attune.feedback;
