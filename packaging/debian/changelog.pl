#!/usr/bin/env perl
# Writes Debian's changelog from CHANGELOG.md: an entry a release, the first paragraph of each item. What is
# not released yet belongs to the version that is being packaged.
#
# usage: packaging/debian/changelog.pl VERSION EPOCH MAINTAINER < CHANGELOG.md
use strict;
use warnings;
use utf8;
use POSIX qw(strftime setlocale LC_TIME);
use Text::Wrap qw(wrap);
binmode STDIN, ':encoding(UTF-8)';
binmode STDOUT, ':encoding(UTF-8)';
setlocale(LC_TIME, 'C');
$Text::Wrap::columns = 79;

my ($current, $epoch, $maintainer) = @ARGV;
die "usage: packaging/debian/changelog.pl VERSION EPOCH MAINTAINER\n" unless defined $maintainer;

my (@entries, $item);
while (my $line = <STDIN>) {
    chomp $line;
    if ($line =~ /^## \[?([^\]\s]+)\]?(?: - (\d{4})-(\d\d)-(\d\d))?/) {
        my $when = defined $2 ? POSIX::mktime(0, 0, 12, $4, $3 - 1, $2 - 1900) : $epoch;
        push @entries, { version => $1 eq 'Unreleased' ? $current : $1, when => $when, items => [] };
        $item = undef;
    }
    elsif ($line =~ /^- (.*)/ && @entries) { push @{ $entries[-1]{items} }, $1; $item = \$entries[-1]{items}[-1] }
    elsif ($line =~ /^  (\S.*)/ && $item && $line !~ /^  - /) { $$item .= " $1" }
    else { $item = undef }
}
die "changelog: CHANGELOG.md has no entries\n" unless @entries && @{ $entries[0]{items} };
$entries[0]{version} = $current;

my @texts = map {
    my $entry = $_;
    my $items = join '', map { wrap('  * ', '    ', $_) . "\n" } @{ $entry->{items} };
    my $when = strftime('%a, %d %b %Y %H:%M:%S +0000', gmtime $entry->{when});
    "qbsyncd ($entry->{version}) unstable; urgency=medium\n\n$items\n -- $maintainer  $when\n";
} @entries;
print join "\n", @texts;
