<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArchiveNotices</name>
    <message numerus="yes">
        <source>%Ln article(s) are gone from the folder; they stay listed until it has been quiet for a minute, or until you press F5.</source>
        <translation>
            <numerusform>%Ln article is gone from the folder; it stays listed until it has been quiet for a minute, or until you press F5.</numerusform>
            <numerusform>%Ln articles are gone from the folder; they stay listed until it has been quiet for a minute, or until you press F5.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListHeading</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageTexts</name>
    <message numerus="yes">
        <source>%n min</source>
        <comment>reading time</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassStatus</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mended or unreadable</source>
        <translation>
            <numerusform>%Ln mended or unreadable</numerusform>
            <numerusform>%Ln mended or unreadable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>%Ln path(s) copied.</source>
        <translation>
            <numerusform>%Ln path copied.</numerusform>
            <numerusform>%Ln paths copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportTexts</name>
    <message numerus="yes">
        <source>%Ln article(s), %1 in all</source>
        <translation>
            <numerusform>%Ln article, %1 in all</numerusform>
            <numerusform>%Ln articles, %1 in all</numerusform>
        </translation>
    </message>
</context>
</TS>
