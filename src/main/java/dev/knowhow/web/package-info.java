/// Pages, the HTTP routes and server-sent events; decides nothing.
///
/// A route asks the rooms below, puts what they say into one record per page and renders it. The
/// acting person is handed to the doors below, which check what that person may do.
@NullMarked
package dev.knowhow.web;

import org.jspecify.annotations.NullMarked;
