/** Campaigns: what starts them, whom they address, and the deliveries and projections that follow. */
package io.attune.campaign;
