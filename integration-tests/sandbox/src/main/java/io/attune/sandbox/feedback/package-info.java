/** What readers do, as the services tell it to the hub: signed, and sent again until the hub takes it. */
package io.attune.sandbox.feedback;
