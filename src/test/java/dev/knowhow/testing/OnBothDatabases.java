package dev.knowhow.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/// Runs a test class twice: on a SQLite file and on a real PostgreSQL.
///
/// A constructor or test method that takes a [dev.knowhow.store.Database] gets one that is fresh,
/// migrated, and closed after the test; within one test it is always the same.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EachDatabase.class)
public @interface OnBothDatabases {}
