/** Mailchimp Marketing: an audience with merge fields and tags, and its webhook. */
package io.attune.sandbox.standin.mailchimp;
