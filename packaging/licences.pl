#!/usr/bin/env perl
# Writes the package's copyright file: our own licence, and that of everything that is linked in, gathered
# from the sources that were linked.
#
# usage: packaging/licences.pl CHECKOUTS SWIFT-LICENCE      SwiftPM's .build/checkouts; the toolchain's file
use strict;
use warnings;
use utf8;
binmode STDOUT, ':encoding(UTF-8)';

my ($checkouts, $toolchain) = @ARGV;
die "usage: packaging/licences.pl CHECKOUTS SWIFT-LICENCE\n" unless defined $toolchain;

my $APACHE = 'The Apache License, Version 2.0, is in /usr/share/common-licenses/Apache-2.0.';

sub text {
    my ($path) = @_;
    open my $file, '<:encoding(UTF-8)', $path or die "licences: $path: $!\n";
    local $/;
    my $text = <$file>;
    $text =~ s/[ \t]+$//mg;
    $text =~ s/^\n+|\n+$//g;
    return $text;
}

# The Apache licence stands on every Debian machine; what follows it in a file (Swift's exception) does not.
sub licence {
    my ($path) = @_;
    my $text = text($path);
    return $text unless $text =~ /Apache License\s+Version 2\.0/;
    my ($rest) = $text =~ /limitations under the License\.\s*(.*)\z/s;
    $rest //= '';
    $rest =~ s/^[\s#]+|[ \t]*##$//mg;
    return $rest eq '' ? $APACHE : "$APACHE\n\n$rest";
}

sub chapter {
    my ($name, @texts) = @_;
    print "\n", '-' x 78, "\n$name\n", '-' x 78, "\n\n", join("\n\n", @texts), "\n";
}

# ICU came into Foundation with its data; Debian's own copy of ICU has its licence as a file.
sub icu {
    my ($path) = glob '/usr/share/doc/libicu[0-9]*/copyright';
    die "licences: ICU's licence is not on this machine; from apt: libicu-dev\n" unless $path;
    my ($paragraph) = text($path) =~ /^Files: \*\n(.*?)\n\n/ms or die "licences: $path reads differently now\n";
    $paragraph =~ s/^ \.$//mg;
    $paragraph =~ s/^ //mg;
    return $paragraph;
}

# C and C++ sources in others' packages that came from elsewhere, with the file and the place that says their
# licence; and those that are the package's own. A folder that is in neither list stops the build: somebody has
# to look.
my %INSIDE = (
    CCryptoBoringSSL => [ 'BoringSSL', undef, "Copyright The BoringSSL Authors, The OpenSSL Project Authors.\n$APACHE" ],
    CNIOBoringSSL => [ 'BoringSSL', undef, "Copyright The BoringSSL Authors, The OpenSSL Project Authors.\n$APACHE" ],
    CNIOExtrasZlib => [ 'zlib', 'include/nioextras-zlib.h', qr/(Copyright \(C\) 1995.*?source distribution\.)/s ],
    CNIOLLHTTP => [ 'llhttp', 'LICENSE', qr/(.*)/s ],
    CNIOSHA1 => [ 'SHA-1 of the KAME project', 'c_nio_sha1.c', qr/(Copyright \(C\) 1995.*?SUCH DAMAGE\.)/s ],
    CTOML => [ 'toml++', 'Sources/toml.hpp', qr{^(// MIT License\n(?://[^\n]*\n)+)}m ],
    CXKCP => [ 'the eXtended Keccak Code Package', 'FIPS202-opt64/KeccakP-1600-opt64.c',
        qr/(The eXtended Keccak Code Package.*?publicdomain\S*)/s ],
);
my %OWN = map { $_ => 1 } qw(
    CAsyncHTTPClient CCryptoBoringSSLShims CNIOBoringSSLShims CNIOAtomics CNIODarwin CNIOFreeBSD CNIOLinux
    CNIOOpenBSD CNIOPosix CNIOWASI CNIOWindows CSystem CXKCPShims
);

sub inside {
    my ($folder) = @_;
    my @texts;
    for my $sources (sort grep { -d } glob "$folder/Sources/C[A-Z]*") {
        my ($name) = $sources =~ m{([^/]+)$};
        # Swift's own folders begin so, too: those without a line of C are not meant.
        next unless `find '$sources' -name '*.c' -o -name '*.cc' -o -name '*.cpp' -o -name '*.h*'`;
        next if $OWN{$name};
        my ($title, $file, $pattern) = @{ $INSIDE{$name} || die "licences: whose is $sources?\n" };
        my $text = $pattern;
        if (defined $file) {
            ($text) = text("$sources/$file") =~ $pattern or die "licences: $sources/$file reads differently now\n";
            $text =~ s{^(?://-*| \*)[ \t]?}{}mg;
            $text =~ s/\s+\z//;
        }
        push @texts, "Inside: $title.\n\n$text";
    }
    return @texts;
}

print <<"TEXT";
qbsyncd: keeps QuickBooks Desktop in step with everything else.

Copyright: the qbsyncd authors.
$APACHE

The programs hold, linked in, the packages below, Swift's standard library and Foundation. Each has its
licence here as its sources have it. Debian's libraries (libxml2, SQLite, systemd, zlib, the C and C++ libraries)
are not inside, but used from their own packages.
TEXT

for my $folder (sort { lc $a cmp lc $b } grep { -d } glob "$checkouts/*") {
    my ($name) = $folder =~ m{([^/]+)$};
    my @licences = sort grep { -f } map { glob "$folder/$_" } qw(LICENSE* LICENCE* COPYING*);
    die "licences: $name has no licence file\n" unless @licences;
    my @notices = map { text($_) } sort grep { -f } glob "$folder/NOTICE*";
    chapter($name, (map { licence($_) } @licences), @notices, inside($folder));
}
chapter('Swift, its standard library, Dispatch and Foundation', licence($toolchain));
chapter('ICU, inside Foundation', icu());
