/// What a tool and a vertical are: reads their files, says everything that is wrong in them, checks
/// values by their declared types, and keeps immutable versions.
@NullMarked
package dev.knowhow.tool;

import org.jspecify.annotations.NullMarked;
