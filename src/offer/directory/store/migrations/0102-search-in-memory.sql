-- Listings are found in memory: the words by which the database found them, and the index of needs, have no use any more.

drop index listings_by_words;
drop index listings_by_needs;
alter table listings drop column words, drop column vocabulary;
