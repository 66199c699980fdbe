#!/usr/bin/env perl
# Makes the manual pages, so that none of them can contradict what it is about: those of the programs from
# what they say of themselves (--experimental-dump-help), that of the configuration from the sample file, which
# a test compares with the program.
#
# usage: packaging/manual.pl program SECTION VERSION DATE < dump.json > page
#        packaging/manual.pl configuration VERSION DATE < qbsyncd.toml > page
use strict;
use warnings;
use utf8;
use JSON::PP;
binmode STDIN, ':raw';
binmode STDOUT, ':encoding(UTF-8)';

my %ALSO = (
    qbsyncd => 'qbsyncctl(1), qbsim(1), qbsyncd.toml(5), systemd.service(5), journalctl(1)',
    qbsyncctl => 'qbsyncd(8), qbsim(1), qbsyncd.toml(5)',
    qbsim => 'qbsyncd(8), qbsyncctl(1)',
    'qbsyncd.toml' => 'qbsyncd(8), qbsyncctl(1), systemd.time(7)',
);

# What roff would take for a command of its own.
sub escaped {
    my ($text) = @_;
    $text =~ s/\\/\\e/g;
    $text =~ s/-/\\-/g;
    $text =~ s/'/\\(aq/g;
    $text =~ s/`([^`]*)`/\\fB$1\\fR/g;
    $text =~ s/^\./\\&./mg;
    return $text;
}

sub head {
    my ($name, $section, $version, $date, $abstract) = @_;
    my $group = $section == 5 ? 'File Formats' : $section == 8 ? 'System Administration' : 'User Commands';
    $abstract =~ s/\.$//;
    printf ".TH %s %s \"%s\" \"qbsyncd %s\" \"%s\"\n", uc($name), $section, $date, $version, $group;
    printf ".SH NAME\n%s \\- %s\n", escaped($name), escaped(lcfirst $abstract);
}

sub foot {
    my ($name) = @_;
    my @also = map { /^(.*)(\(\d\))$/ ? '\fB' . escaped($1) . "\\fR$2" : $_ } split /, /, $ALSO{$name};
    print ".SH SEE ALSO\n", join(",\n", @also), "\n.PP\nThe guide is in /usr/share/doc/qbsyncd.\n";
}

# Prose as the programs print it: paragraphs, blocks that are indented, and heads in capitals.
sub prose {
    my ($text, $subhead) = @_;
    my ($example, $fresh) = (0, 1);
    for my $line (split /\n/, $text) {
        my $indented = $line =~ /^\s{2,}\S/;
        if ($example && !$indented) { print ".EE\n.RE\n"; $example = 0; $fresh = 0 }
        if ($line =~ /^([A-Z][A-Z ]+):?$/) { print "$subhead ", $subhead eq '.SH' ? $1 : ucfirst lc $1, "\n"; $fresh = 1; next }
        if ($line =~ /^\s*$/) { print ".PP\n" unless $fresh; $fresh = 1; next }
        if ($indented && !$example) { print ".RS 4\n.EX\n"; $example = 1 }
        $line =~ s/^\s{2}// if $indented;
        print escaped($line), "\n";
        $fresh = 0;
    }
    print ".EE\n.RE\n" if $example;
}

sub flags {
    my ($argument) = @_;
    my @names = map {
        my $name = $_->{kind} eq 'long' ? "--$_->{name}" : "-$_->{name}";
        '\fB' . escaped($name) . '\fR'
    } @{ $argument->{names} || [] };
    my $value = '\fI' . escaped($argument->{valueName} // '') . '\fR';
    return $value if $argument->{kind} eq 'positional';
    return join(', ', @names) . ($argument->{kind} eq 'option' ? " $value" : '');
}

sub is_help { return grep { $_->{name} eq 'help' } @{ $_[0]{names} || [] } }

# The subcommand `help` is in every program and says what the page says.
sub subcommands {
    return grep { $_->{shouldDisplay} && $_->{commandName} ne 'help' } @{ $_[0]{subcommands} || [] };
}

sub shown { return grep { $_->{shouldDisplay} } @{ $_[0]{arguments} || [] } }

sub synopsis {
    my ($command, $path) = @_;
    print '\fB', escaped($path), "\\fR\n";
    my @subcommands = subcommands($command);
    if (@subcommands) { print "\\fIsubcommand\\fR ...\n"; return }
    for my $argument (shown($command)) {
        next if is_help($argument);
        my %preferred = %$argument;
        $preferred{names} = [ $argument->{preferredName} ] if $argument->{preferredName};
        my $text = flags(\%preferred) . ($argument->{isRepeating} ? ' ...' : '');
        print $argument->{isOptional} ? "[$text]" : $text, "\n";
    }
}

sub arguments {
    my ($command, $with_help) = @_;
    for my $argument (shown($command)) {
        next if is_help($argument) && !$with_help;
        print ".TP\n", flags($argument), "\n";
        my @said = grep { defined && length } $argument->{abstract}, $argument->{discussion};
        push @said, "Default: $argument->{defaultValue}."
            if defined $argument->{defaultValue} && !grep { /default/i } @said;
        push @said, 'One of ' . join(', ', @{ $argument->{allValues} }) . '.' if $argument->{allValues};
        print escaped(join ' ', @said), "\n" if @said;
        print "\\&\n" unless @said;
    }
}

sub subcommand {
    my ($command, $path) = @_;
    $path .= " $command->{commandName}";
    print ".SS ", escaped($path), "\n";
    synopsis($command, $path);
    print ".PP\n", escaped($command->{abstract} // ''), "\n";
    if ($command->{discussion}) { print ".PP\n"; prose($command->{discussion}, ".PP\n.B") }
    arguments($command);
    subcommand($_, $path) for subcommands($command);
}

sub program {
    my ($section, $version, $date) = @_;
    local $/;
    my $command = decode_json(<STDIN>)->{command};
    my $name = $command->{commandName};
    head($name, $section, $version, $date, $command->{abstract});
    print ".SH SYNOPSIS\n";
    synopsis($command, $name);
    print ".SH DESCRIPTION\n";
    print escaped($command->{abstract}), "\n.PP\n";
    prose($command->{discussion} // '', '.SH');
    print ".SH OPTIONS\n";
    arguments($command, 1);
    my @subcommands = subcommands($command);
    if (@subcommands) { print ".SH SUBCOMMANDS\n"; subcommand($_, $name) for @subcommands }
    foot($name);
}

# The sample has rules of dashes, `[section]`, `#setting = default`, and comments above what they are about.
sub configuration {
    my ($version, $date) = @_;
    head('qbsyncd.toml', 5, $version, $date, 'the configuration of qbsyncd');
    print ".SH SYNOPSIS\n/etc/qbsyncd/qbsyncd.toml\n.SH DESCRIPTION\n";
    my (@comment, @settings);
    my $say = sub {
        for my $index (0 .. $#settings) { print $index ? ".TQ\n" : ".TP\n", '\fB', escaped($settings[$index]), "\\fR\n" }
        prose(join("\n", @comment), '.SS') if @comment;
        print "\\&\n" if @settings && !@comment;
        print ".PP\n" if @comment && !@settings;
        @comment = @settings = ();
    };
    while (my $line = <STDIN>) {
        utf8::decode($line);
        chomp $line;
        if ($line =~ /^# -+$/) { $say->(); next }
        if ($line =~ /^\[(.*)\]$/) {
            my @about = @comment;
            @comment = ();
            print ".SH [", uc $1, "]\nIn the section [$1] of the file.\n";
            print join("\n", map { escaped($_) } @about), "\n" if @about;
            next;
        }
        if ($line =~ /^#([a-z_]+ = .*)$/) { push @settings, $1; next }
        if ($line =~ /^\s*$/) { $say->() if @settings; push @comment, '' if @comment; next }
        $say->() if @settings;
        $line =~ s/^# ?//;
        push @comment, $line;
    }
    $say->();
    foot('qbsyncd.toml');
}

my $what = shift // '';
if ($what eq 'program' && @ARGV == 3) { program(@ARGV) }
elsif ($what eq 'configuration' && @ARGV == 2) { configuration(@ARGV) }
else { die "usage: packaging/manual.pl program SECTION VERSION DATE | configuration VERSION DATE\n" }
