package dev.knowhow.web;

import java.util.List;

/// Every part of the pages with invented content, for whoever changes one; only in development.
record PatternsPage(
    Frame frame,
    List<Field> fields,
    List<Field.Fault> faults,
    List<Meter> meters,
    List<SentSegment> segments,
    List<Moment> moments,
    List<Apart> aparts,
    List<ResultPart> results,
    List<SourceLine> sources,
    List<TemplateCard> cards) {}
