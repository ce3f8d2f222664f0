/// Templates that anyone can install: lists and searches the folders of `verticals/`.
@NullMarked
package dev.knowhow.gallery;

import org.jspecify.annotations.NullMarked;
