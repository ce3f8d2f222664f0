/// Journeys of a person through the pages, in a real Chromium, each page also through axe.
@NullMarked
package dev.knowhow.browser;

import org.jspecify.annotations.NullMarked;
