<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArchiveNotices</name>
    <message numerus="yes">
        <source>%Ln article(s) are gone from the folder; they stay listed until it has been quiet for a minute, or until you use %1.</source>
        <translation>
            <numerusform>%Ln article is gone from the folder; it stays listed until it has been quiet for a minute, or until you use %1.</numerusform>
            <numerusform>%Ln articles are gone from the folder; they stay listed until it has been quiet for a minute, or until you use %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FetchTexts</name>
    <message numerus="yes">
        <source>%Ln more server(s)</source>
        <translation>
            <numerusform>%Ln more server</numerusform>
            <numerusform>%Ln more servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln picture(s) are here.</source>
        <translation>
            <numerusform>The one picture is here.</numerusform>
            <numerusform>All %Ln pictures are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln picture(s) are here.</source>
        <translation>
            <numerusform>%1 of %Ln picture is here.</numerusform>
            <numerusform>%1 of %Ln pictures are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed: %1.</source>
        <extracomment>%1 is a list of servers</extracomment>
        <translation>
            <numerusform>%Ln failed: %1.</numerusform>
            <numerusform>%Ln failed: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
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
    <name>MarkCommands</name>
    <message numerus="yes">
        <source>Marking %Ln article(s)…</source>
        <translation>
            <numerusform>Marking %Ln article…</numerusform>
            <numerusform>Marking %Ln articles…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as read</source>
        <translation>
            <numerusform>%Ln article marked as read</numerusform>
            <numerusform>%Ln articles marked as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) marked as unread</source>
        <translation>
            <numerusform>%Ln article marked as unread</numerusform>
            <numerusform>%Ln articles marked as unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a star on %Ln article(s)</source>
        <translation>
            <numerusform>a star on %Ln article</numerusform>
            <numerusform>a star on %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) without a star</source>
        <translation>
            <numerusform>a star taken off %Ln article</numerusform>
            <numerusform>a star taken off %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taking back the marks of %Ln article(s)…</source>
        <translation>
            <numerusform>Taking back the marks of one article…</numerusform>
            <numerusform>Taking back the marks of %Ln articles…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marking %Ln article(s) again…</source>
        <translation>
            <numerusform>Marking one article again…</numerusform>
            <numerusform>Marking %Ln articles again…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkSharing</name>
    <message numerus="yes">
        <source>Shared with %Ln other machine(s); last looked at %1.</source>
        <translation>
            <numerusform>Shared with %Ln other machine; last looked at %1.</numerusform>
            <numerusform>Shared with %Ln other machines; last looked at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarksExchange</name>
    <message numerus="yes">
        <source>%Ln article(s) imported.</source>
        <translation>
            <numerusform>%Ln article imported.</numerusform>
            <numerusform>%Ln articles imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) could not be understood.</source>
        <translation>
            <numerusform>%Ln line could not be understood.</numerusform>
            <numerusform>%Ln lines could not be understood.</numerusform>
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
    <name>PictureBar</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln server(s)</source>
        <translation>
            <numerusform>%Ln server</numerusform>
            <numerusform>%Ln servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureCommands</name>
    <message numerus="yes">
        <source>Delete %Ln stored picture(s), %1?</source>
        <translation>
            <numerusform>Delete %Ln stored picture, %1?</numerusform>
            <numerusform>Delete %Ln stored pictures, %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureExport</name>
    <message numerus="yes">
        <source>%Ln picture(s) copied.</source>
        <translation>
            <numerusform>%Ln picture copied.</numerusform>
            <numerusform>%Ln pictures copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged one(s) left out.</source>
        <translation>
            <numerusform>%Ln damaged one left out.</numerusform>
            <numerusform>%Ln damaged ones left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureFetching</name>
    <message numerus="yes">
        <source>Fetch the pictures of %Ln article(s)?</source>
        <translation>
            <numerusform>Fetch the pictures of %Ln article?</numerusform>
            <numerusform>Fetch the pictures of %Ln articles?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureStorePage</name>
    <message numerus="yes">
        <source>%Ln picture(s), %1</source>
        <translation>
            <numerusform>%Ln picture, %1</numerusform>
            <numerusform>%Ln pictures, %1</numerusform>
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
<context>
    <name>RowSpeech</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>works under way</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
</TS>
