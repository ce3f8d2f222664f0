/// Who is there: people, sessions, roles, the workspace, sealed secrets and the audit trail.
@NullMarked
package dev.knowhow.account;

import org.jspecify.annotations.NullMarked;
